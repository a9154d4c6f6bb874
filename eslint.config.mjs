import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypeScript from "eslint-config-next/typescript";

/** lib from the top down: a folder may import its own level and those below it. */
const levels = [
  ["import", "export", "check"],
  ["search", "align", "address", "cite", "card"],
  ["work", "ledger"],
  ["passage"],
  ["text", "problem"],
];

const upwards = levels.slice(1).map((level, index) => {
  const above = levels.slice(0, index + 1).flat();
  return {
    target: level.map((name) => `./lib/${name}`),
    from: above.map((name) => `./lib/${name}`),
    message: `lib imports downwards only, and ${above.join(", ")} stand above ${level.join(", ")}: move the shared part down, or pass it in as an argument.`,
  };
});

/** Rooms that hold measurements and tests; the program must run without them. */
const aside = ["./__tests__", "./bench", "./docs"];
const rooms = ["./app", "./components", "./lib", "./server", "./cli", "./i18n"];

const zones = [
  ...upwards,
  {
    target: "./lib",
    from: ["./app", "./components", "./server", "./cli", "./i18n", "./messages"],
    message: "lib is the domain and stands at the bottom: whoever draws, serves or prints imports it, not the reverse.",
  },
  {
    target: "./components",
    from: ["./app", "./server", "./cli"],
    message: "A component does not know its route: let the page in app/ read params and pass them as props.",
  },
  {
    target: ["./server", "./cli", "./i18n"],
    from: ["./app", "./components"],
    message: "Only app/ may import components: this room runs in plain Node, where nothing is drawn.",
  },
  {
    target: ["./app", "./components", "./cli"],
    from: "./messages",
    message: "The catalogues are read by i18n/ alone: ask next-intl for the sentence.",
  },
  { target: rooms, from: aside, message: "Nothing the program runs may depend on tests, measurements or docs." },
];

const noClientRouter = {
  name: "next/link",
  message: "Finished pages have no client router, so a Link would be dead weight: write a plain <a href>.",
};

const framework = {
  group: ["react", "react/*", "react-dom", "react-dom/*", "next", "next/*", "next-intl", "next-intl/*", "server-only"],
  message:
    "lib must load in plain Node, or the command line cannot run it: keep React and Next in app/ and components/.",
};

export default defineConfig([
  globalIgnores([
    ".next/",
    ".duidu/",
    "dist/",
    "coverage/",
    "content/",
    "next-env.d.ts",
    "**/*.d.json.ts",
    "**/fixtures/",
  ]),
  ...nextVitals,
  ...nextTypeScript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "no-restricted-imports": ["error", { paths: [noClientRouter] }],
      "import/no-restricted-paths": ["error", { zones, basePath: import.meta.dirname }],
      "import/no-cycle": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "Literal[raw=/[\\u202A-\\u202E\\u2066-\\u2069]/], TemplateElement[value.raw=/[\\u202A-\\u202E\\u2066-\\u2069]/]",
          message: "A bidirectional control makes code read otherwise than it runs: write it as an escape (\\u202E).",
        },
      ],
      // Plain anchors on purpose, as noClientRouter says.
      "@next/next/no-html-link-for-pages": "off",
    },
  },
  {
    files: ["lib/**"],
    rules: { "no-restricted-imports": ["error", { paths: [noClientRouter], patterns: [framework] }] },
  },
]);
