import { Playground } from "@/components/playground/playground";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import { currentBrowser } from "@/lib/runtime/identity";
import { runtime } from "@/lib/runtime/runtime";
import { findOperatorMeans } from "@/lib/services/find-means";
import { emptyHistory, listHistory } from "@/lib/services/list-history";

export default async function HomePage() {
	const { doors } = runtime();
	const browserId = await currentBrowser();
	const initial = browserId ? await listHistory(doors, browserId) : emptyHistory(doors);
	const operatorGateways = CATALOG.map((entry) => entry.id).filter((id) => findOperatorMeans(doors, id) !== null);
	return <Playground initial={initial} operatorGateways={operatorGateways} />;
}
