"use client";

import { useQuery } from "@tanstack/react-query";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { readReceipt } from "@/lib/actions/readings";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { TakeId } from "@/lib/domain/ids";
import { chargedSentence } from "@/lib/domain/receipt/charged-sentence";
import { receiptLines } from "@/lib/domain/receipt/lines";
import type { Receipt } from "@/lib/domain/receipt/receipt";

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** Estimate, reserved, actual; and the answer to "was I charged?". */
export function ReceiptDialog({ takeId, onClose }: { takeId: TakeId; onClose: () => void }) {
	const { data, isError } = useQuery({
		queryKey: ["receipt", takeId],
		queryFn: () => readReceipt({ takeId }),
		staleTime: 0,
		gcTime: 0,
	});
	return (
		<Dialog title="Receipt" open onClose={onClose}>
			{isError && <Note tone="refusal">The server did not answer. Close this and open it again.</Note>}
			{data?.ok === false && <Note tone="refusal">{data.problem.sentence}</Note>}
			{data?.ok && <ReceiptBody receipt={data.value} />}
		</Dialog>
	);
}

function ReceiptBody({ receipt }: { receipt: Receipt }) {
	const { label } = catalogEntry(receipt.gateway);
	return (
		<div className="grid gap-5">
			<p className="text-quiet text-sm">
				{label} · {receipt.seconds} s · {receipt.resolution} · {day.format(receipt.createdAtMs)}
			</p>
			<dl className="grid">
				{receiptLines(receipt, label).map((line) => (
					<div
						key={line.label}
						className="flex items-baseline justify-between gap-6 border-edge border-b py-2.5 last:border-b-0"
					>
						<dt className="text-quiet">
							{line.label}
							{line.note && <span className="block text-xs">{line.note}</span>}
						</dt>
						<dd className="tabular text-right font-medium">{line.amount}</dd>
					</div>
				))}
			</dl>
			<div className="border-edge border-t pt-4">
				<p className="font-semibold text-sm">Were you charged?</p>
				<p className="mt-1 text-pretty">{chargedSentence(receipt, label)}</p>
			</div>
		</div>
	);
}
