import * as z from "zod/mini";
import { type ImageRef, imageRefSchema } from "@/lib/domain/draft";
import { refuseFrame } from "@/lib/domain/first-frame/frame-refusal";
import { MAX_UPLOAD_BYTES } from "@/lib/domain/first-frame/frame-rules";
import { ok, type Result, refuse } from "@/lib/domain/result";

const cropSchema = z.object({ left: z.int(), top: z.int(), width: z.int(), height: z.int() });
export type Crop = Readonly<z.infer<typeof cropSchema>>;

const takenInSchema = z.object({ image: imageRefSchema, hasAlpha: z.boolean() });
export type TakenIn = Readonly<z.infer<typeof takenInSchema>>;

/** `crop` is an offer: with it, the same picture would be taken. */
const refusalSchema = z.object({ code: z.string(), sentence: z.string(), crop: z.nullish(cropSchema) });
export type ImageProblem = Readonly<z.infer<typeof refusalSchema>>;

const listSchema = z.object({ images: z.array(imageRefSchema) });

export interface TakeInOptions {
	/** What shows through where the picture is transparent, as #rrggbb. */
	readonly backing: string;
	readonly crop: Crop | null;
}

export type ImageSource =
	| { readonly kind: "file"; readonly file: Blob }
	| { readonly kind: "url"; readonly url: string };

export const UNREACHABLE: ImageProblem = {
	code: "unreachable",
	sentence: "The picture could not be uploaded. Check your connection and try again.",
};

export function thumbnailUrl(image: Pick<ImageRef, "id">, width: number): string {
	return `/api/images/${image.id}?w=${width}`;
}

export async function listRecentImages(): Promise<readonly ImageRef[]> {
	const response = await fetch("/api/images", { headers: { accept: "application/json" } });
	const list = listSchema.safeParse(response.ok ? await response.json() : null);
	return list.success ? list.data.images : [];
}

export async function takeIn(
	source: ImageSource,
	options: TakeInOptions,
	onProgress: (fraction: number) => void,
): Promise<Result<TakenIn, ImageProblem>> {
	// Said at once rather than after the upload.
	if (source.kind === "file" && source.file.size > MAX_UPLOAD_BYTES) return refuse(refuseFrame("too-large"));
	const path = `/api/images?${queryOf(options)}`;
	try {
		const reply =
			source.kind === "file"
				? await put(path, await decodeHere(source.file), onProgress)
				: await fetch(path, {
						method: "POST",
						headers: { "content-type": "application/json" },
						body: JSON.stringify({ url: source.url }),
					}).then((response) => response.text());
		return readReply(reply);
	} catch {
		return refuse(UNREACHABLE);
	}
}

function queryOf({ backing, crop }: TakeInOptions): URLSearchParams {
	const query = new URLSearchParams({ backing });
	if (crop) query.set("crop", [crop.left, crop.top, crop.width, crop.height].join(","));
	return query;
}

/** Many systems give such a file no type at all, only its name. */
function isHeic(file: Blob): boolean {
	return /^image\/hei[cf]$/.test(file.type) || (file instanceof File && /\.hei[cf]$/i.test(file.name));
}

/** The server decodes no HEIC. Browsers that can do it here; the others let the server say what to do. */
async function decodeHere(file: Blob): Promise<Blob> {
	if (!isHeic(file)) return file;
	try {
		const picture = await createImageBitmap(file);
		const canvas = new OffscreenCanvas(picture.width, picture.height);
		canvas.getContext("2d")?.drawImage(picture, 0, 0);
		return await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
	} catch {
		return file;
	}
}

/** `fetch` tells nothing of how far an upload has got. */
function put(path: string, file: Blob, onProgress: (fraction: number) => void): Promise<string> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("PUT", path);
		request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
		request.onload = () => resolve(request.responseText);
		request.onerror = reject;
		request.send(file);
	});
}

function readReply(text: string): Result<TakenIn, ImageProblem> {
	const body: unknown = JSON.parse(text);
	const taken = takenInSchema.safeParse(body);
	if (taken.success) return ok(taken.data);
	const refusal = refusalSchema.safeParse(body);
	return refuse(refusal.success ? refusal.data : UNREACHABLE);
}
