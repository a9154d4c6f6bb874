/** Lists of numbers, one a line, in one array: those of line `n` stand at `first[n]` up to `first[n + 1]`. */
export type Lists = { readonly first: Int32Array; readonly items: Int32Array };
/** Lists with a weight, 0 to 1, beside each item. */
export type WeightedLists = Lists & { readonly weights: Float32Array };

/** Writes lists line by line into arrays that grow: a book has millions of items, and objects for each are slow. */
export class ListWriter {
  #first: number[] = [0];
  #items = new Int32Array(1024);
  #weights = new Float32Array(1024);
  #length = 0;

  push(item: number, weight = 1): void {
    if (this.#length === this.#items.length) {
      const [items, weights] = [new Int32Array(this.#length * 2), new Float32Array(this.#length * 2)];
      items.set(this.#items);
      weights.set(this.#weights);
      [this.#items, this.#weights] = [items, weights];
    }
    this.#items[this.#length] = item;
    this.#weights[this.#length] = weight;
    this.#length++;
  }

  endLine(): void {
    this.#first.push(this.#length);
  }

  get lines(): number {
    return this.#first.length - 1;
  }

  lists(): WeightedLists {
    return {
      first: Int32Array.from(this.#first),
      items: this.#items.slice(0, this.#length),
      weights: this.#weights.slice(0, this.#length),
    };
  }
}

/** The best weight of each item, gathered and then written as a line in the order in which items came. */
export class Best {
  readonly #weights: Float32Array;
  readonly #touched: number[] = [];

  /** @param size - items are below this */
  constructor(size: number) {
    this.#weights = new Float32Array(size);
  }

  add(item: number, weight: number): void {
    const known = this.#weights[item] ?? 0;
    if (known === 0) this.#touched.push(item);
    if (weight > known) this.#weights[item] = weight;
  }

  /** Writes what was gathered as one line, and forgets it. */
  writeTo(writer: ListWriter): void {
    for (const item of this.#touched) {
      writer.push(item, this.#weights[item]);
      this.#weights[item] = 0;
    }
    this.#touched.length = 0;
    writer.endLine();
  }
}
