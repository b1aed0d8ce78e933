/** The little of mark.js that the bench uses; it brings no types of its own. */
declare module "mark.js" {
  interface Options {
    readonly separateWordSearch: boolean;
    readonly accuracy: "partially" | "complementary" | "exactly";
    readonly acrossElements: boolean;
    readonly done?: (marks: number) => void;
  }
  export default class Mark {
    constructor(context: Element);
    mark(names: readonly string[], options: Options): void;
    unmark(): void;
  }
}
