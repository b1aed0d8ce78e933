/** What a press is meant for, where a name stands in it or around it. */
const INTERACTIVE =
  "a[href],area,button,input,select,textarea,label,summary,video,audio,[contenteditable],[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox]";

/** Whether a click is meant for a link or a control, for the browser, or ends a selection, rather than for the text under it. */
export function isMeantForPage(event: MouseEvent, path: readonly EventTarget[] = event.composedPath()): boolean {
  const { ctrlKey, metaKey, shiftKey, altKey, detail, button } = event;
  // Without a place it was made by a key, on a button say.
  if (!detail || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return true;
  // The second click of a double click selects the word itself.
  if (detail === 1 && event.view?.getSelection()?.isCollapsed === false) return true;
  // A frame has an `Element` of its own.
  return path.some((node) => (node as Partial<Element>).matches?.(INTERACTIVE));
}
