import "server-only";

/**
 * Nothing but what the page itself brings. Inline scripts and style sheets count only with this answer's nonce; style
 * attributes cannot carry one, and widths and places are set with them.
 */
export function contentSecurityPolicy(nonce: string): string {
	const isDev = process.env.NODE_ENV === "development";
	return [
		"default-src 'none'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
		`style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' blob: data:",
		"media-src 'self' blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; ");
}
