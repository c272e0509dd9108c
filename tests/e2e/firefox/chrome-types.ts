/** What the tests use of Firefox's own window and modules; none of it is part of the web or of WebExtensions. */
export interface Browser {
  currentURI: { spec: string };
  fullZoom: number;
  messageManager: {
    addMessageListener(name: string, hear: (message: { data: Answer }) => void): void;
    removeMessageListener(name: string, hear: (message: { data: Answer }) => void): void;
    loadFrameScript(url: string, isForLaterToo: boolean): void;
  };
}

export type Answer = { value?: unknown; error?: string };

export interface BrowserWindow extends Window {
  PointerEvent: typeof PointerEvent;
  gBrowser: {
    browsers: Browser[];
    selectedBrowser: Browser;
    selectedTab: unknown;
    addTrustedTab(url: string): unknown;
    getTabForBrowser(browser: Browser): unknown;
    removeTab(tab: unknown): void;
  };
}

/** A native menu, or an item of one. */
export interface Menu extends Element {
  state: 'open' | 'showing' | 'closed' | 'hiding';
  label: string;
  hidePopup(): void;
  openPopup(anchor: Element, position: string, x: number, y: number, isContextMenu: boolean): void;
  doCommand(): void;
}

export interface Extension {
  terminateBackground(options: object): Promise<void>;
}

export interface ToolbarButton {
  triggerAction(window: BrowserWindow): Promise<void>;
}

declare global {
  var Services: {
    wm: { getEnumerator(kind: string): Iterable<BrowserWindow>; getMostRecentWindow(kind: string): BrowserWindow };
  };
  var WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
  var ChromeUtils: {
    importESModule(url: 'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs'): {
      CustomizableUI: { addWidgetToArea(id: string, area: string): void };
    };
    importESModule(url: 'resource://gre/modules/ExtensionParent.sys.mjs'): {
      ExtensionParent: {
        apiManager: { global: { browserActionFor(extension: Extension): ToolbarButton } };
      };
    };
  };
}
