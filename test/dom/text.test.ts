import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

/** A body's markup → the blocks that are read from it, as [zone, text]. */
const CASES: [what: string, html: string, blocks: [zone: string, text: string][]][] = [
  [
    "paragraphs",
    "<p>One two</p><p>Three four</p>",
    [
      ["body", "One two"],
      ["body", "Three four"],
    ],
  ],
  [
    "inline elements join",
    "<p><b>Vladi</b>mir <i>Pu<wbr>tin</i> <a href=x>came</a></p>",
    [["body", "Vladimir Putin came"]],
  ],
  [
    "text beside blocks",
    "<div>before<p>inside</p>after</div>",
    [
      ["body", "before"],
      ["body", "inside"],
      ["body", "after"],
    ],
  ],
  [
    "one line break stays in the block, two end it",
    "<p>one<br>two<br><br>three</p>",
    [
      ["body", "one\ntwo"],
      ["body", "three"],
    ],
  ],
  [
    "what nobody reads is left out",
    `<p>seen<script>var a</script><style>b{}</style><input value=c><span hidden>d</span><span aria-hidden=true>e</span>
      <code>f</code></p><p contenteditable>gg</p><textarea>hh</textarea><div role=textbox>ii</div><noscript>jj</noscript>`,
    [["body", "seen"]],
  ],
  [
    "furniture by tag, role and name",
    `<nav>menu menu</nav><aside>beside it</aside><footer>foot foot</footer><div role=navigation>more menu</div>
      <div class="related-stories">related text</div><section id=comments>a comment</section><div class="box most_read">what others read</div>
      <div class="side-bars">letters</div><p class="commentary tagesschau">The story</p>`,
    [
      ["furniture", "menu menu"],
      ["furniture", "beside it"],
      ["furniture", "foot foot"],
      ["furniture", "more menu"],
      ["furniture", "related text"],
      ["furniture", "a comment"],
      ["furniture", "what others read"],
      ["furniture", "letters"],
      ["body", "The story"],
    ],
  ],
  [
    "a name that sounds like furniture does not count around the article itself",
    `<div class="page-with sidebar">${"<p>A long enough paragraph of plain prose, so that it counts as such, and more.</p>".repeat(3)}</div>`,
    Array.from({ length: 3 }, () => [
      "body",
      "A long enough paragraph of plain prose, so that it counts as such, and more.",
    ]),
  ],
  [
    "the standfirst between headline and article, and nothing beside them",
    `<div><div class=story><div><h1>Headline</h1></div><div><p>A standfirst that says in short what the article is about, at some length.</p></div>
      <div>${"<p>A long enough paragraph of plain prose, so that it counts as such, and more.</p>".repeat(4)}</div></div>
      <div><p>Elsewhere</p></div></div>`,
    [
      ["headline", "Headline"],
      ["body", "A standfirst that says in short what the article is about, at some length."],
      ...Array.from({ length: 4 }, (): [string, string] => [
        "body",
        "A long enough paragraph of plain prose, so that it counts as such, and more.",
      ]),
      ["furniture", "Elsewhere"],
    ],
  ],
  [
    "comments that outweigh the article",
    `<div class=text>${"<p>A long enough paragraph of plain prose, so that it counts as such, and more.</p>".repeat(12)}</div>
      <ul class=forum>${`<li><p>${"A reader has very much to say about this. ".repeat(20)}</p></li>`.repeat(8)}</ul>`,
    [
      ...Array.from({ length: 12 }, (): [string, string] => [
        "body",
        "A long enough paragraph of plain prose, so that it counts as such, and more.",
      ]),
      ...Array.from({ length: 8 }, (): [string, string] => [
        "furniture",
        "A reader has very much to say about this. ".repeat(20).trim(),
      ]),
    ],
  ],
  [
    "the headline counts wherever it stands, links in a list do not",
    "<header><h1>The headline</h1></header><main><p>Story</p><ul><li><a href=x>Another story</a></li></ul></main>",
    [
      ["headline", "The headline"],
      ["body", "Story"],
      ["furniture", "Another story"],
    ],
  ],
  [
    "a headline that is a link leads elsewhere",
    "<main><h1>Headline</h1><p>Story</p><article><a href=x><h1>Another</h1></a></article></main>",
    [
      ["headline", "Headline"],
      ["body", "Story"],
      ["furniture", "Another"],
    ],
  ],
  [
    "open shadow roots",
    "<x-a><template shadowrootmode=open><p>in the shadow</p></template></x-a>",
    [["body", "in the shadow"]],
  ],
];

inEachBrowser(
  "reading text",
  (stage) => {
    it.each(CASES)("%s", async (_, html, blocks) => {
      const page = await stage.open(`<!doctype html><body>${html}`);
      await inject(page);
      const read = await page.evaluate(() => {
        const text = new stages.PageText();
        stages.watchText(
          document,
          text,
          { stale() {}, changed() {}, frame() {}, wantsFurniture: () => true },
          new AbortController().signal,
        );
        return [...text.blocks].map(({ zone, text }): [string, string] => [zone, text.trim()]);
      });
      expect(read).toEqual(blocks);
    });

    it("maps every offset of a block back to the page, over tags, breaks and empty nodes", async () => {
      const page = await stage.open("<!doctype html><body><p>ab<b>c</b><!-- x --><i></i>d<br>e<a href=x>fg</a>h</p>");
      await inject(page);
      const wrong = await page.evaluate(() => {
        const text = new stages.PageText();
        stages.watchText(
          document,
          text,
          { stale() {}, changed() {}, frame() {}, wantsFurniture: () => true },
          new AbortController().signal,
        );
        const [block] = text.blocks;
        if (!block) return ["no block"];
        const faults: string[] = [];
        for (let start = 0; start < block.text.length; start++) {
          for (let end = start + 1; end <= block.text.length; end++) {
            const range = stages.toRange(stages.toStaticRange(block, start, end));
            const wanted = block.text.slice(start, end).replace("\n", "");
            if (range?.toString() !== wanted) faults.push(`${start}–${end}: ${range} for ${wanted}`);
          }
        }
        return faults;
      });
      expect(wrong).toEqual([]);
    });

    it("refuses offsets outside a block", async () => {
      const page = await stage.open("<!doctype html><body><p>abc</p>");
      await inject(page);
      const message = await page.evaluate(() => {
        const text = new stages.PageText();
        stages.watchText(
          document,
          text,
          { stale() {}, changed() {}, frame() {}, wantsFurniture: () => true },
          new AbortController().signal,
        );
        const [block] = text.blocks;
        try {
          return String(block && stages.toStaticRange(block, 1, 4));
        } catch (error) {
          return String(error);
        }
      });
      expect(message).toBe("RangeError: offset 4 lies outside a text of 3");
    });
  },
  { extension: false },
);
