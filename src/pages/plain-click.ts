/** Whether a click is for the page to answer: with one of these keys the reader asks the browser for a tab or a window more. */
export function isForPage({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return !(ctrlKey || metaKey || shiftKey);
}
