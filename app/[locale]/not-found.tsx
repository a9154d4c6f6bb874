export { NotFoundPage as default } from "@/components/site/not-found-page";
