declare module "punycode/punycode.es6.js" {
  /** A host's name with the letters that its xn-- labels stand for. @throws RangeError where one stands for none */
  export function toUnicode(host: string): string;
}
