"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { announceOtherHistory } from "@/components/news/other-history";
import { answerProblem } from "@/components/ui/answer-problem";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { createRecoveryLink, leaveHistory, listRecoveries, revokeRecovery } from "@/lib/actions/recovery";
import type { RecoveryView } from "@/lib/domain/recovery/recovery";
import { NewRecoveryLink } from "./new-recovery-link";

const LIST = ["recoveries"];
const UNREACHED = "The server did not answer. Nothing was changed; try again.";
const moment = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** One history on several devices: the link that opens it, and who came by one. */
export function OtherDevices() {
	const client = useQueryClient();
	const { data: listed } = useQuery({ queryKey: LIST, queryFn: () => listRecoveries(), staleTime: 0 });
	const again = () => client.invalidateQueries({ queryKey: LIST });
	const creating = useMutation({ mutationFn: () => createRecoveryLink(), onSuccess: again });
	const ending = useMutation({ mutationFn: end, onSuccess: again });
	const recoveries = listed?.ok ? listed.value : [];
	const made = creating.data?.ok ? creating.data.value : null;
	const fresh = recoveries.some(({ id, usedAtMs }) => id === made?.recovery.id && usedAtMs === null) ? made : null;
	const problem = answerProblem(creating, UNREACHED) ?? answerProblem(ending, UNREACHED);
	return (
		<section aria-labelledby="other-devices" className="mt-8 grid gap-3 border-edge border-t pt-5">
			<div>
				<h3 id="other-devices" className="font-semibold">
					Another device
				</h3>
				<p className="mt-1 text-pretty text-quiet text-sm">
					A private link shows this history on another device too, with its films, keys and limits. It works once,
					within 24 hours. Send it to nobody but yourself.
				</p>
			</div>
			{fresh && <NewRecoveryLink token={fresh.token} />}
			{recoveries.length > 0 && (
				<ul aria-label="Links and devices" className="grid gap-1">
					{recoveries.map((recovery) => (
						<li key={recovery.id} className="flex flex-wrap items-center gap-x-3">
							<span className="tabular grow text-sm">{nameRecovery(recovery)}</span>
							<Button look="danger" disabled={ending.isPending} onClick={() => ending.mutate(recovery)}>
								{recovery.isHere ? "Leave this history" : "Revoke"}
							</Button>
						</li>
					))}
				</ul>
			)}
			{problem && <Note tone="refusal">{problem}</Note>}
			<div>
				<Button icon="link" disabled={creating.isPending} onClick={() => creating.mutate()}>
					Create recovery link
				</Button>
			</div>
		</section>
	);
}

function nameRecovery({ isHere, usedAtMs, expiresAtMs }: RecoveryView): string {
	if (usedAtMs === null) return `Link, not used yet, good until ${moment.format(expiresAtMs)}`;
	return `${isHere ? "This device" : "Another device"}, since ${moment.format(usedAtMs)}`;
}

async function end({ id, isHere }: RecoveryView) {
	if (!isHere) return revokeRecovery({ id });
	const left = await leaveHistory();
	if (left.ok) {
		announceOtherHistory();
		window.location.reload();
	}
	return left;
}
