import type { GatewayId } from "../gateway-id";
import { ANIMATIC } from "./animatic";
import { APIMART } from "./apimart";
import { EMPIRIOLABS } from "./empiriolabs";
import type { CatalogEntry } from "./entry";
import { EVOLINK } from "./evolink";
import { KLING } from "./kling";
import { USEAPI } from "./useapi";

const BY_ID: Readonly<Record<GatewayId, CatalogEntry>> = {
	animatic: ANIMATIC,
	empiriolabs: EMPIRIOLABS,
	evolink: EVOLINK,
	apimart: APIMART,
	useapi: USEAPI,
	kling: KLING,
};

export const CATALOG: readonly CatalogEntry[] = Object.values(BY_ID);

export function catalogEntry(id: GatewayId): CatalogEntry {
	return BY_ID[id];
}

/** Every environment name an entry declares; the schema of the environment is made from these. */
export function envNames(entry: CatalogEntry): string[] {
	const secret = entry.callback.kind === "url" ? entry.callback.secretEnv : null;
	return [
		...entry.keyFields.map((field) => field.env),
		...entry.baseUrls.map((base) => base.env),
		...(secret ? [secret] : []),
		...(entry.shots.switchEnv ? [entry.shots.switchEnv] : []),
	];
}
