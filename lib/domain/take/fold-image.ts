/** Never stands in a JSON text as it is, so it cannot be mistaken for one of the request's own characters. */
const FOLD = "\u0001";

/** Takes an inline image out of a request's body, so that the intent need not store its bytes a second time. */
export function foldImage(body: string, imageBase64: string): string {
	if (imageBase64 === "") throw new Error("An image has bytes.");
	if (body.includes(FOLD)) throw new Error("The body is not JSON: it holds a bare control character.");
	return body.replaceAll(imageBase64, FOLD);
}

export function unfoldImage(folded: string, imageBase64: string): string {
	return folded.replaceAll(FOLD, () => imageBase64);
}
