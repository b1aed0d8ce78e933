import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch, type Page } from "puppeteer-core";
import { contextOf, type Evaluation, evaluateInChrome, resultOf, send, tabOf } from "./bidi.ts";
import {
  CARD_HOST,
  type Command,
  type Engine,
  hasWelcome,
  type LaunchOptions,
  type Media,
  type Toolbar,
  until,
} from "./engine.ts";
import { penTap, pinch, zoomTab } from "./firefox-input.ts";

const ALL_SITES = ["http://*/*", "https://*/*"];

function networkPrefs(network: LaunchOptions["network"]): Record<string, unknown> {
  if (network === "open") return {};
  if (typeof network === "object")
    return { ...proxyPrefs(network.proxy, ""), "network.proxy.allow_hijacking_localhost": true };
  // A proxy on a port where nobody listens, and none for the hosts of a test.
  return { ...proxyPrefs(9, "127.0.0.1, localhost, .test"), "network.dns.forceResolve": "127.0.0.1" };
}

function proxyPrefs(port: number, direct: string): Record<string, unknown> {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": port,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": port,
    "network.proxy.no_proxies_on": direct,
  };
}

/** Starts Firefox with the extension, driven over WebDriver BiDi. */
export async function launchFirefox(path: string, profile: string, options: LaunchOptions): Promise<Engine> {
  const { extension, headless = true, network = "closed", viewport } = options;
  const uuid = randomUUID();
  const puppet = await launch({
    browser: "firefox",
    executablePath: path,
    userDataDir: profile,
    headless,
    defaultViewport: viewport ?? null,
    // Needed for the extension's own pages and for what only the browser's own code can do.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...networkPrefs(network),
      "browser.chrome.site_icons": false,
      ...(extension ? { "extensions.webextensions.uuids": JSON.stringify({ [geckoId(extension)]: uuid }) } : {}),
    },
  });
  const extensionId = extension ? await puppet.installExtension(extension) : "";
  const quotedId = JSON.stringify(extensionId);
  const inChrome = (script: string) => evaluateInChrome(puppet, script);
  const tabs = async () => (await send<Tree>(puppet, "browsingContext.getTree", {})).contexts;
  if (hasWelcome(options)) {
    const welcome = () => tabs().then((all) => all.find(({ url }) => url.endsWith("/welcome.html")));
    const { context } = await until("the first page", welcome);
    await send(puppet, "browsingContext.close", { context });
  }
  return {
    puppet,
    extensionId,
    callInCard,
    setMedia: async (page, media) => {
      await inChrome(`${tabOf(page)} ${mediaScript(media)}`);
    },
    // BiDi counts as the page does, and reaches also what a pinched tab does not show.
    pointerPlace: async (_, place) => place,
    penTap,
    pinch,
    zoom: zoomTab,
    textSize: async (px) => {
      // Each writing system has a size of its own.
      await inChrome(`for (const name of Services.prefs.getChildList("font.size.variable."))
        Services.prefs.setIntPref(name, ${px});`);
    },
    clipboard: async () => (await inChrome("return navigator.clipboard.readText();")) as string,
    saveDownloadsIn: async (folder) => {
      await inChrome(`Services.prefs.setIntPref("browser.download.folderList", 2);
        Services.prefs.setBoolPref("browser.download.useDownloadDir", true);
        Services.prefs.setStringPref("browser.download.dir", ${JSON.stringify(folder)});`);
    },
    toolbar: async (page) =>
      (await inChrome(`${tabOf(page)}
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        const { extension } = WebExtensionPolicy.getByID(${quotedId});
        const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
        return { badge: action.getProperty(tab, "badgeText") ?? "", title: action.getProperty(tab, "title") };`)) as Toolbar,
    tabId: async (page) =>
      (await inChrome(`${tabOf(page)}
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        return ExtensionParent.apiManager.global.tabTracker.getId(tab);`)) as number,
    commands: async () =>
      (await inChrome(`const { shortcuts } = WebExtensionPolicy.getByID(${quotedId}).extension;
        return shortcuts?.allCommands() ?? [];`)) as Command[],
    // The key's own listener, which is all that a pressed key would run: synthetic keys stay within the page.
    sendCommand: async (page, name) => {
      await page.bringToFront();
      await inChrome(`const { shortcuts } = WebExtensionPolicy.getByID(${quotedId}).extension;
        const { shortcut } = (await shortcuts.allCommands()).find(({ name }) => name === ${JSON.stringify(name)});
        const pressed = shortcuts.buildKeyFromShortcut(document, "", shortcut);
        [...shortcuts.keysetsMap.get(window).children].find((key) => key.isEqualNode(pressed)).doCommand();`);
    },
    warnings: async () =>
      (await inChrome(`const { extension } = WebExtensionPolicy.getByID(${quotedId});
        return [...(extension.warnings ?? []), ...(extension.errors ?? [])].map(String);`)) as string[],
    stopBackground: async () => {
      await inChrome(`const { extension } = WebExtensionPolicy.getByID(${quotedId});
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`);
    },
    isBackgroundRunning: async () =>
      (await inChrome(`return WebExtensionPolicy.getByID(${quotedId}).extension.backgroundState`)) === "running",
    reloadExtension: async () => {
      await inChrome(`const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        await (await AddonManager.getAddonByID(${quotedId})).reload();`);
    },
    setEnabled: async (isEnabled) => {
      await inChrome(`const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        await (await AddonManager.getAddonByID(${quotedId})).${isEnabled ? "enable" : "disable"}();`);
    },
    openPrivate: async () => {
      await inChrome(`const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const { extension, privateBrowsingAllowed } = WebExtensionPolicy.getByID(${quotedId});
        if (privateBrowsingAllowed) return;
        const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        const permissions = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
        await ExtensionPermissions.add(${quotedId}, permissions, extension);
        await (await AddonManager.getAddonByID(${quotedId})).reload();`);
      const before = new Set(await puppet.pages());
      // While the window still loads its first page, a navigation of it may never be heard of again.
      await inChrome(`const STARTED = "browser-delayed-startup-finished";
        const started = new Promise((resolve) => {
          Services.obs.addObserver(function onStarted(started) {
            if (started !== opened) return;
            Services.obs.removeObserver(onStarted, STARTED);
            resolve();
          }, STARTED);
        });
        const opened = OpenBrowserWindow({ private: true });
        await started;
        const { selectedBrowser } = opened.gBrowser;
        const isLoading = () =>
          selectedBrowser.webProgress.isLoadingDocument || selectedBrowser.currentURI.spec !== "about:privatebrowsing";
        while (isLoading()) await new Promise(requestAnimationFrame);`);
      return until("the private window", async () =>
        (await puppet.pages()).find((page) => !before.has(page) && page.url() === "about:privatebrowsing"),
      );
    },
    setSiteAccess: async (access) => {
      const added = typeof access === "object" ? [`http://${access.host}/*`] : access ? ALL_SITES : [];
      await inChrome(`const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const { extension } = WebExtensionPolicy.getByID(${quotedId});
        const { origins } = await ExtensionPermissions.get(${quotedId});
        const removed = [...origins, ...${JSON.stringify(ALL_SITES)}].filter((site) => !${JSON.stringify(added)}.includes(site));
        await ExtensionPermissions.remove(${quotedId}, { permissions: [], origins: removed }, extension);
        await ExtensionPermissions.add(${quotedId}, { permissions: [], origins: ${JSON.stringify(added)} }, extension);`);
    },
    acceptPermissions: () =>
      until(
        "the question",
        () =>
          inChrome(`const question = document.querySelector("#addon-webext-permissions-notification");
          question?.button?.click();
          return Boolean(question?.button);`) as Promise<boolean>,
      ).then(() => {}),
    addresses: async () => (await tabs()).map(({ url }) => url),
    // Puppeteer's own `goto` hangs here: the page moves to the extension's process. `page.url()` stays at about:blank.
    openExtensionPage: async (path) => {
      const page = await puppet.newPage();
      const url = `moz-extension://${uuid}/${path}`;
      await send(puppet, "browsingContext.navigate", { context: contextOf(page), url, wait: "complete" });
      return page;
    },
  };
}

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"));
  return manifest.browser_specific_settings.gecko.id;
}

async function callInCard(page: Page, functionText: string, args: readonly unknown[]): Promise<unknown> {
  const target = { context: contextOf(page) };
  const { result: host } = await send<Evaluation>(page.browser(), "script.evaluate", {
    target,
    expression: `document.querySelector("${CARD_HOST}")`,
    awaitPromise: false,
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
  });
  const root = host?.value?.shadowRoot;
  if (!root) return undefined;
  const answer = await send<Evaluation>(page.browser(), "script.callFunction", {
    target,
    functionDeclaration: `async (root, args) => JSON.stringify(await (${functionText})(root, ...JSON.parse(args)))`,
    arguments: [{ sharedId: root.sharedId }, { type: "string", value: JSON.stringify(args) }],
    awaitPromise: true,
  });
  return resultOf(answer);
}

/** The overrides sit on a browsing context, which Firefox may replace when a page of another site is opened: they move along. */
function mediaScript({ scheme, reducedMotion, forcedColours, touch }: Media): string {
  const overrides = {
    prefersColorSchemeOverride: scheme ?? "none",
    prefersReducedMotionOverride: reducedMotion ? "reduce" : "none",
    forcedColorsOverride: forcedColours ? "active" : "none",
    touchEventsOverride: touch ? "enabled" : "none",
  };
  return `const browser = context.embedderElement;
    if (!browser.mediaOverrides) {
      const follow = (next) => next.browserId === browser.browserId && !next.parent && Object.assign(next, browser.mediaOverrides);
      Services.obs.addObserver(follow, "browsing-context-attached");
    }
    browser.mediaOverrides = ${JSON.stringify(overrides)};
    Object.assign(context, browser.mediaOverrides);`;
}
