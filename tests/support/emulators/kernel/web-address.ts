const PRIVATE = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^localhost$/, /^\[/];

/** Null for what is no http or https address. */
export function webAddress(text: string): URL | null {
	if (!URL.canParse(text)) return null;
	const url = new URL(text);
	return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}

export function isPublicHost(url: URL): boolean {
	return !PRIVATE.some((pattern) => pattern.test(url.hostname));
}
