/**
 * Puts a text on the clipboard, from a press.
 * @throws Error where the browser does not allow it
 */
export async function copyText(document: Document, text: string): Promise<void> {
  // Pages without encryption have no such API, and a page's policy can forbid it.
  const clipboard = document.defaultView?.navigator.clipboard as Clipboard | undefined;
  const isDone =
    (await clipboard?.writeText(text).then(
      () => true,
      () => false,
    )) || copyByCommand(document, text);
  if (!isDone) throw new Error("the browser did not allow copying");
}

function copyByCommand(document: Document, text: string): boolean {
  let isDone = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  const listening = { capture: true };
  document.defaultView?.addEventListener("copy", fill, listening);
  document.execCommand("copy");
  document.defaultView?.removeEventListener("copy", fill, listening);
  return isDone;
}
