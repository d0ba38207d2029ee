import "server-only";

/** Nothing but what the page itself brings. Inline scripts run only with this answer's nonce. */
export function contentSecurityPolicy(nonce: string): string {
	const evalInDev = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
	return [
		"default-src 'none'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalInDev}`,
		"style-src 'self' 'unsafe-inline'",
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
