import "server-only";
import { EVOLINK } from "@/lib/domain/catalog/evolink";
import type { ScriptDialect } from "@/lib/domain/grammar/dialect";
import { createApi } from "@/lib/gateways/api";
import { RULES } from "@/lib/gateways/evolink/errors";
import { findInList } from "@/lib/gateways/evolink/find-task";
import {
	composeRequest,
	nameTask,
	readBalance,
	readSubmitted,
	readTask,
	readUploaded,
} from "@/lib/gateways/evolink/map";
import type { Http } from "@/lib/gateways/http";
import { imageForm } from "@/lib/gateways/multipart";
import { readHint } from "@/lib/gateways/read-callback";
import { readProbe } from "@/lib/gateways/read-probe";
import { readStart } from "@/lib/gateways/read-start";
import { readUpload } from "@/lib/gateways/read-upload";
import type { Gateway } from "@/lib/ports/gateway";

interface EvoLinkParts {
	readonly baseUrl: string;
	readonly filesBaseUrl: string;
	/** Its pages print two; `null` for the one in the catalogue. */
	readonly shotWord?: ScriptDialect | null;
	readonly http: Http;
}

export function createEvolink({ baseUrl, filesBaseUrl, shotWord, http }: EvoLinkParts): Gateway {
	const api = createApi({ http, baseUrl, bearer: "apiKey" });
	const files = createApi({ http, baseUrl: filesBaseUrl, bearer: "apiKey" });
	return {
		id: EVOLINK.id,
		compose: (job) => composeRequest(job, shotWord ?? EVOLINK.shots.syntax),
		async uploadImage(image, access) {
			const answer = await files.post("/api/v1/files/upload/stream", await imageForm(image), access);
			return readUpload(answer, readUploaded, RULES);
		},
		async start(request, access) {
			return readStart(await api.pay(request, access), readSubmitted, RULES);
		},
		async status(remoteId, access) {
			return readTask(await api.get(`/v1/tasks/${encodeURIComponent(remoteId)}`, access));
		},
		findByOurId: (sought, access) => findInList(api, sought, access),
		async probe(access) {
			return readProbe(await api.get("/v1/credits", access), RULES, readBalance);
		},
		readCallback: (callback) => readHint(callback, nameTask),
	};
}
