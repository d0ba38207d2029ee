import type { Metadata } from "next";
import { BringHistory } from "@/components/recovery/bring-history";
import { ClosedHistory } from "@/components/recovery/closed-history";
import { currentIdentity } from "@/lib/runtime/identity";

export const metadata: Metadata = { title: "Bring a history here", robots: "noindex", referrer: "no-referrer" };

/** Changes nothing by being opened; the secret stands behind `#` and does not even arrive here. */
export default async function RecoverPage() {
	const identity = await currentIdentity();
	return identity.kind === "closed" ? <ClosedHistory /> : <BringHistory />;
}
