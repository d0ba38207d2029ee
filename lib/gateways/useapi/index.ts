import "server-only";
import { NO_BILL } from "@/lib/domain/bill";
import { USEAPI } from "@/lib/domain/catalog/useapi";
import { createApi } from "@/lib/gateways/api";
import type { Http } from "@/lib/gateways/http";
import { readHint } from "@/lib/gateways/read-callback";
import { awaitPerson } from "@/lib/gateways/read-look";
import { readStart } from "@/lib/gateways/read-start";
import { readUpload } from "@/lib/gateways/read-upload";
import { askCleanCopy } from "@/lib/gateways/useapi/clean-copy";
import { RULES } from "@/lib/gateways/useapi/errors";
import { findByReference } from "@/lib/gateways/useapi/find-task";
import {
	composeRequest,
	finishedWork,
	isGone,
	nameTask,
	readSubmitted,
	readUnfinished,
	readUploaded,
} from "@/lib/gateways/useapi/map";
import { hasAccount, probeAccount } from "@/lib/gateways/useapi/probe-account";
import { withEmail } from "@/lib/gateways/useapi/with-email";
import type { Gateway } from "@/lib/ports/gateway";

export function createUseapi({ baseUrl, http }: { readonly baseUrl: string; readonly http: Http }): Gateway {
	const api = createApi({ http, baseUrl, bearer: "token" });
	return {
		id: USEAPI.id,
		compose: composeRequest,
		async uploadImage({ ref, bytes }, access) {
			const content = { type: `image/${ref.format}`, bytes };
			return readUpload(await api.post(withEmail("/assets/", access), content, access), readUploaded, RULES);
		},
		async start(request, access) {
			return readStart(await api.pay(request, access), readSubmitted, RULES);
		},
		async status(remoteId, access) {
			const answer = await api.get(withEmail(`/tasks/${encodeURIComponent(remoteId)}`, access), access);
			if (isGone(answer) && !(await hasAccount(api, access))) return awaitPerson(answer, RULES);
			const work = finishedWork(answer);
			return work ? askCleanCopy(api, work, answer, access) : readUnfinished(answer);
		},
		findByOurId: (sought, access) => findByReference(api, sought, access),
		async cancel(remoteId, access) {
			const { isOk, status } = await api.delete(`/scheduler/${encodeURIComponent(remoteId)}`, access);
			if (isOk) return { kind: "cancelled", bill: NO_BILL };
			return status === 404 ? { kind: "too-late" } : { kind: "unclear", reason: `useapi.net answered ${status}.` };
		},
		probe: (access) => probeAccount(api, access),
		readCallback: (callback) => readHint(callback, nameTask),
	};
}
