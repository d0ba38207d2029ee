import { Playground } from "@/components/playground/playground";
import { ClosedHistory } from "@/components/recovery/closed-history";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import { currentIdentity } from "@/lib/runtime/identity";
import { runtime } from "@/lib/runtime/runtime";
import { findOperatorMeans } from "@/lib/services/find-means";
import { emptyHistory, listHistory } from "@/lib/services/list-history";

export default async function HomePage() {
	const { doors } = runtime();
	const identity = await currentIdentity();
	if (identity.kind === "closed") return <ClosedHistory />;
	const initial = identity.kind === "none" ? emptyHistory(doors) : await listHistory(doors, identity.browserId);
	const operatorGateways = CATALOG.map((entry) => entry.id).filter((id) => findOperatorMeans(doors, id) !== null);
	return <Playground initial={initial} operatorGateways={operatorGateways} />;
}
