import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

const REL = 'target="_blank" rel="noopener noreferrer"';

// biome-ignore format: a table reads best with a case on a line
const CASES: [what: string, text: string, html: string][] = [
  ["plain text", "Kim & Putin < 3", "Kim &amp; Putin &lt; 3"],
  ["stress", "<em>a</em> <strong>b</strong> <q>c</q>", "<em>a</em> <strong>b</strong> <q>“c”</q>"],
  ["stress in stress", "<em>a <q>b</q></em>", "<em>a <q>“b”</q></em>"],
  ["a link", '<a href="https://a.test/x?y#z">a</a>', `<a href="https://a.test/x?y#z" ${REL}>a</a>`],
  ["a link with wishes of its own", '<a href="https://a.test/" target="_top" rel="opener" onclick="x()" style="x">a</a>', `<a href="https://a.test/" ${REL}>a</a>`],
  ["a link in the clear", '<a href="http://a.test/">a <em>b</em></a>', "a <em>b</em>"],
  ["a script link", '<a href="javascript:ran=1">a</a>', "a"],
  ["a script link in disguise", '<a href=" java&#10;script:ran=1">a</a>', "a"],
  ["a data link", '<a href="data:text/html,<script>ran=1</script>">a</a>', "a"],
  ["a link to nowhere", '<a name="x">a</a> <a href="/b">b</a> <a href="https:b">c</a> <a href="//b">d</a>', "a b c d"],
  ["a script", "a<script>ran = 1</script>b", "ab"],
  ["a picture with a handler", '<img src="x" onerror="ran = 1">a', "a"],
  ["styles", '<style>* { color: red }</style><em style="color: red" class="x" id="y">a</em>', "<em>a</em>"],
  ["attributes for scripts and readers", '<em data-part="card" aria-label="x" role="y" title="z">a</em>', "<em>a</em>"],
  ["other tags", "<p>a</p><h1>b</h1><button>c</button><x-y>d</x-y>", "abcd"],
  ["frames and templates", '<iframe srcdoc="<script>ran=1</script>"></iframe><template><em>a</em></template>b', "b"],
  ["tags grown together", "<scr<script>ipt>ran = 1</script>a", "ipt&gt;ran = 1a"],
  ["foreign content", "<svg><style><img src=x onerror=ran=1></style></svg><math><mi><script>ran=1</script></mi></math>a", "a"],
  ["drawings and formulas", '<svg><text>x</text><a href="https://a.test/">y</a></svg><math><mi>z</mi></math>a', "a"],
  ["tags hidden in tags", '<em title="</em><img src=x onerror=ran=1>">a</em>', "<em>a</em>"],
  ["comments", "a<!-- <em> --><![CDATA[ran=1]]>b", "ab"],
];

inEachBrowser(
  "a digest's text",
  (stage) => {
    it("keeps the little markup that it may hold, and nothing else", async () => {
      const page = await stage.open("<!doctype html><title>Texts</title>");
      await inject(page);
      const got = await page.evaluate(
        (texts) =>
          texts.map((text) => {
            const box = document.createElement("div");
            box.append(stages.sanitise(text));
            return box.innerHTML;
          }),
        CASES.map(([, text]) => text),
      );
      expect(Object.fromEntries(CASES.map(([what], i) => [what, got[i]]))).toEqual(
        Object.fromEntries(CASES.map(([what, , html]) => [what, html])),
      );
      expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
    });

    it("goes without any markup where the browser has no sanitiser", async () => {
      const page = await stage.open("<!doctype html><title>Texts</title>");
      await inject(page);
      const got = await page.evaluate(() => {
        Reflect.deleteProperty(Element.prototype, "setHTML");
        const box = document.createElement("div");
        box.append(
          stages.sanitise('1 &lt; 2 <em>a</em><a href="https://a.test/">b</a> <q>c</q><img src="x" onerror="ran = 1">'),
        );
        return box.innerHTML;
      });
      expect(got).toBe("1 &lt; 2 ab “c”");
      expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
    });
  },
  { extension: false },
);
