import { type ImageFacts, inspectImage } from "../kernel/image";
import { webAddress } from "../kernel/web-address";
import type { FileStore } from "./file-store";
import { readBase64 } from "./read-base64";

export type Base64Form = "either" | "data-uri" | "bare" | "refused";

/** `elsewhere` is believed, since nothing is fetched from outside this machine; null facts are no image. */
type FirstFrame =
	| { readonly kind: "seen"; readonly facts: ImageFacts | null }
	| { readonly kind: "elsewhere" }
	| { readonly kind: "unreadable" };

export function readFirstFrame(image: string, files: FileStore, accepted: Base64Form): FirstFrame {
	if (webAddress(image)) {
		return files.isOurs(image) ? { kind: "seen", facts: files.imageAt(image)?.facts ?? null } : { kind: "elsewhere" };
	}
	const inlined = readBase64(image);
	if (!inlined || (accepted !== "either" && accepted !== inlined.form)) return { kind: "unreadable" };
	return { kind: "seen", facts: inspectImage(inlined.bytes) };
}
