import { admitReader } from "@/lib/runtime/admit";
import { runtime } from "@/lib/runtime/runtime";
import { fetchImage } from "@/lib/services/fetch-image";
import { listImages } from "@/lib/services/list-images";
import { takeInImage } from "@/lib/services/take-in-image";
import { answerJson, answerTakenIn, refuseEntry } from "./answers";
import { openBody } from "./open-body";
import { admitUpload, announcedBytes, readLink } from "./requests";

/** The last pictures of this browser. */
export async function GET({ headers }: Request): Promise<Response> {
	const { doors } = runtime();
	const admission = await admitReader(headers, doors);
	if (admission.kind === "refused") return refuseEntry(admission.refusal);
	return answerJson(200, { images: await listImages(doors, admission.browserId) });
}

/** A picture's bytes. */
export async function PUT(request: Request): Promise<Response> {
	const body = openBody(request);
	try {
		return await takeBody(request, body.bytes());
	} finally {
		await body.drain();
	}
}

/** A picture's address. */
export async function POST(request: Request): Promise<Response> {
	const { doors } = runtime();
	const admitted = await admitUpload(doors, request);
	if (admitted instanceof Response) return admitted;
	const url = await readLink(request);
	if (url instanceof Response) return url;
	return answerTakenIn(await fetchImage(doors, admitted.browserId, { ...admitted.options, url }));
}

async function takeBody(request: Request, bytes: AsyncIterable<Uint8Array>): Promise<Response> {
	const { doors } = runtime();
	const admitted = await admitUpload(doors, request);
	if (admitted instanceof Response) return admitted;
	const upload = { ...admitted.options, bytes, announcedBytes: announcedBytes(request) };
	return answerTakenIn(await takeInImage(doors, admitted.browserId, upload));
}
