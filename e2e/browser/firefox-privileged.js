// Runs inside Firefox's own window, with the browser's rights: what no web protocol reaches. The
// harness sends this file as text (firefox.ts) and calls the functions by name, with JSON both ways.
// Known to work with Firefox ESR 153.

window.cocartE2e = (() => {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { require } = ChromeUtils.importESModule(
    'resource://devtools/shared/loader/Loader.sys.mjs',
  );
  const { gDevTools } = require('devtools/client/framework/devtools');

  const STEP_MS = 15_000;

  const LOCAL_NAMES = 'network.dns.localDomains';
  const localNames = Services.prefs.getStringPref(LOCAL_NAMES);

  /** Surfaces by number: how to reach the <browser> element each lives in. */
  const surfaces = [];

  async function until(probe, what) {
    const deadline = Date.now() + STEP_MS;
    for (;;) {
      const answer = probe();
      if (answer) return answer;
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  function extension(id) {
    return WebExtensionPolicy.getByID(id).extension;
  }

  function button(id) {
    return ExtensionParent.apiManager.global.browserActionFor(extension(id));
  }

  function elementOf(surface) {
    const element = surfaces[surface].element();
    if (!element?.isConnected) throw new Error('It is closed');
    return element;
  }

  /** A surface can be talked to once its page has replaced the empty one in its own process. */
  async function ready(element, page) {
    await until(
      () =>
        element()?.currentURI?.spec.endsWith(page) &&
        !element().webProgress?.isLoadingDocument &&
        element().messageManager,
      `${page} to load`,
    );
  }

  function popupElement() {
    return document.querySelector('.webextension-popup-browser');
  }

  /** The text of a script that runs beside the surface's page, in its process. */
  function besidePage(fn, ...args) {
    // Without its charset the script is read as Latin-1.
    return `data:text/javascript;charset=utf-8,${encodeURIComponent(`(${fn})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)}`;
  }

  /**
   * Runs a script beside the surface's page, with the name of the message that it has to answer with.
   */
  async function answerOf(surface, script, ...args) {
    const { messageManager } = elementOf(surface);
    const reply = `cocart-e2e:${Math.random()}`;
    const answer = new Promise((resolve, reject) => {
      const listener = ({ data }) => {
        clearTimeout(timer);
        messageManager.removeMessageListener(reply, listener);
        if ('error' in data) reject(new Error(data.error));
        else resolve(data.value);
      };
      const timer = setTimeout(() => {
        messageManager.removeMessageListener(reply, listener);
        reject(new Error('The page did not answer'));
      }, STEP_MS - 1_000);
      messageManager.addMessageListener(reply, listener);
    });
    messageManager.loadFrameScript(besidePage(script, reply, ...args), false);
    return answer;
  }

  return {
    /** Opens the toolbox of the tab in front on its network panel, which keeps the history. */
    async openToolbox() {
      await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'netmonitor' });
    },

    /** Opens the toolbox of the tab in front and shows the panel of that title. */
    async openPanel(title) {
      const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, {
        toolId: 'webconsole',
      });
      const tool = await until(
        () => toolbox.getAdditionalTools().find(({ label }) => label === title),
        `a panel "${title}"`,
      );
      await toolbox.selectTool(tool.id);
      const { doc } = toolbox;
      // A document without a window is one whose toolbox was closed.
      const frame = () => doc.defaultView && doc.getElementById(`toolbox-panel-iframe-${tool.id}`);
      const element = () => frame()?.contentDocument?.querySelector('browser');
      await ready(element, '/panel.html');
      surfaces.push({ element, frame, close: () => toolbox.destroy() });
      return surfaces.length - 1;
    },

    /** Presses the toolbar button: shows the popup and grants activeTab, as a person's press does. */
    async pressButton(id) {
      window.focus();
      await until(() => Services.focus.activeWindow === window, 'the browser window in front');
      button(id).triggerAction(window);
    },

    async waitForPopup() {
      await ready(popupElement, '/popup.html');
      const element = popupElement();
      const panel = element.closest('panel');
      const close = async () => {
        panel.hidePopup();
        await until(() => !element.isConnected, 'the popup to close');
      };
      surfaces.push({ element: () => element, close });
      return surfaces.length - 1;
    },

    isOpen(surface) {
      return Boolean(surfaces[surface].element()?.isConnected);
    },

    async close(surface) {
      if (surfaces[surface].element()?.isConnected) await surfaces[surface].close();
    },

    /** Evaluates an expression, in a sandbox that sees the page as the page sees itself. */
    run(surface, expression) {
      const script = async (name, source) => {
        try {
          const sandbox = Cu.Sandbox(content, {
            sandboxPrototype: content,
            wantXrays: false,
            sameZoneAs: content,
          });
          // Named after the page, so that errors left uncaught count as the page's own.
          const { href } = content.location;
          const value = await Cu.evalInSandbox(source, sandbox, null, href, 1);
          sendAsyncMessage(name, { value });
        } catch (error) {
          sendAsyncMessage(name, { error: `${error}\n${error?.stack ?? ''}` });
        }
      };
      return answerOf(surface, script, expression);
    },

    /** Answers when the page has had the click: keys sent before that would overtake it. */
    async clickAt(surface, x, y) {
      const script = (name, atX, atY) => {
        for (const type of ['mousemove', 'mousedown', 'mouseup']) {
          const clickCount = type === 'mousemove' ? 0 : 1;
          content.synthesizeMouseEvent(type, atX, atY, { button: 0, clickCount }, {});
        }
        sendAsyncMessage(name, { value: null });
      };
      await answerOf(surface, script, x, y);
    },

    focus(surface) {
      const element = elementOf(surface);
      element.ownerDocument.defaultView.top.focus();
      element.focus();
    },

    /** Keys go in at the window, as from a keyboard, and reach the page that has the focus. */
    press(surface, combinations) {
      const element = elementOf(surface);
      element.focus();
      const view = element.ownerDocument.defaultView;
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(
        Ci.nsITextInputProcessor,
      );
      keyboard.beginInputTransactionForTests(view);
      const codeOf = (key) => {
        if (key === ' ') return 'Space';
        if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
        if (/^[0-9]$/.test(key)) return `Digit${key}`;
        if (['Alt', 'Control', 'Meta', 'Shift'].includes(key)) return `${key}Left`;
        return key.length > 1 ? key : '';
      };
      const event = (key) => new view.KeyboardEvent('', { key, code: codeOf(key) });
      for (const { modifiers, key } of combinations) {
        const keys = [...modifiers, key];
        for (const one of keys) keyboard.keydown(event(one));
        for (const one of keys.toReversed()) keyboard.keyup(event(one));
      }
    },

    /** What is painted, as PNG in base64. */
    async screenshot(surface) {
      const { browsingContext } = elementOf(surface);
      const bitmap = await browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      const png = await canvas.convertToBlob({ type: 'image/png' });
      const bytes = new Uint8Array(await png.arrayBuffer());
      return bytes.toBase64();
    },

    setMedia(surface, { scheme, forcedColors }) {
      const { browsingContext } = elementOf(surface);
      if (scheme !== undefined) {
        browsingContext.prefersColorSchemeOverride = scheme;
        Services.prefs.setCharPref('devtools.theme', scheme);
      }
      if (forcedColors !== undefined) {
        browsingContext.forcedColorsOverride = forcedColors ? 'active' : 'none';
      }
    },

    resize(surface, { width, height }) {
      const { style } = surfaces[surface].frame();
      for (const [side, length] of Object.entries({ width, height })) {
        style.setProperty(side, `${length}px`);
        style.setProperty(`min-${side}`, `${length}px`);
        style.setProperty(`max-${side}`, `${length}px`);
      }
    },

    setPrompts(wanted) {
      Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', wanted);
    },

    async revoke(id, origins) {
      const policy = extension(id);
      await ExtensionPermissions.remove(id, { permissions: [], origins }, policy);
    },

    granted(id) {
      return extension(id)
        .allowedOrigins.patterns.map(({ pattern }) => pattern)
        .filter((pattern) => !pattern.startsWith('moz-extension:'));
    },

    async stopBackground(id) {
      await extension(id).terminateBackground();
    },

    backgroundRuns(id) {
      return extension(id).backgroundState === 'running';
    },

    /** Offline, Firefox goes on reaching the loopback: the names that stand for it are taken away, too. */
    setOffline(wanted) {
      Services.prefs.setStringPref(LOCAL_NAMES, wanted ? '' : localNames);
      Services.io.offline = wanted;
      Services.dns.clearCache(true);
      Services.obs.notifyObservers(null, 'net:prune-all-connections');
    },

    badge(id) {
      const { badgeText, badgeBackgroundColor } = button(id).action.getContextData(
        gBrowser.selectedTab,
      );
      return { text: badgeText, color: [...badgeBackgroundColor] };
    },

    clipboard() {
      const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(
        Ci.nsITransferable,
      );
      transferable.init(null);
      transferable.addDataFlavor('text/plain');
      Services.clipboard.getData(
        transferable,
        Services.clipboard.kGlobalClipboard,
        window.browsingContext.currentWindowContext,
      );
      const data = {};
      transferable.getTransferData('text/plain', data);
      return data.value.QueryInterface(Ci.nsISupportsString).data;
    },

    /** Uncaught errors whose source is a file of the extension. */
    errors(origin) {
      return Services.console
        .getMessageArray()
        .filter(
          (message) =>
            message instanceof Ci.nsIScriptError &&
            message.sourceName.startsWith(origin) &&
            !(message.flags & Ci.nsIScriptError.warningFlag),
        )
        .map(
          ({ errorMessage, sourceName, lineNumber }) =>
            `${sourceName}:${lineNumber}: ${errorMessage}`,
        );
    },
  };
})();
