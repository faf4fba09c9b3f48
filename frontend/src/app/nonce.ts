/** The nonce of this page, under which styles made by scripts are allowed. */
export function pageNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;
}

/**
 * Give every style element that is made later the page's nonce. antd hands its nonce on to most of its parts, but
 * the one that measures scroll bars makes a style element without it, which the content security policy refuses.
 */
export function nonceOnStyles(nonce: string | undefined): void {
  if (!nonce) return;
  const make = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (name === "style") element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
