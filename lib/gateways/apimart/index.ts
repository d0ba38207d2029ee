import "server-only";
import { APIMART } from "@/lib/domain/catalog/apimart";
import { createApi } from "@/lib/gateways/api";
import { RULES } from "@/lib/gateways/apimart/errors";
import {
	composeRequest,
	nameTask,
	readBalance,
	readSubmitted,
	readTask,
	readUploaded,
} from "@/lib/gateways/apimart/map";
import type { Http } from "@/lib/gateways/http";
import { imageForm } from "@/lib/gateways/multipart";
import { readHint } from "@/lib/gateways/read-callback";
import { readProbe } from "@/lib/gateways/read-probe";
import { readStart } from "@/lib/gateways/read-start";
import { readUpload } from "@/lib/gateways/read-upload";
import type { Gateway } from "@/lib/ports/gateway";

/** Its key for repeats makes a look-up needless: the same request under the same key answers with the same task. */
export function createApimart({ baseUrl, http }: { readonly baseUrl: string; readonly http: Http }): Gateway {
	const api = createApi({ http, baseUrl, bearer: "apiKey" });
	return {
		id: APIMART.id,
		compose: composeRequest,
		async uploadImage(image, access) {
			const answer = await api.post("/v1/uploads/images", await imageForm(image), access);
			return readUpload(answer, readUploaded, RULES);
		},
		async start(request, access) {
			return readStart(await api.pay(request, access), readSubmitted, RULES);
		},
		async status(remoteId, access) {
			return readTask(await api.get(`/v1/tasks/${encodeURIComponent(remoteId)}?language=en`, access));
		},
		async probe(access) {
			return readProbe(await api.get("/v1/balance", access), RULES, readBalance);
		},
		readCallback: (callback) => readHint(callback, nameTask),
	};
}
