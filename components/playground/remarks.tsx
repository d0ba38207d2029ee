"use client";

import { Note } from "@/components/ui/note";
import type { Field } from "@/lib/domain/judge/verdict";
import { remarksOn, useVerdict } from "./use-verdict";

interface RemarksProps {
	readonly field: Field;
	readonly id?: string;
	/** An untouched field is not scolded for being empty. */
	readonly quietCodes?: readonly string[];
}

/** What the chosen gateway would refuse or ignore about one field, beside that field. */
export function Remarks({ field, id, quietCodes = [] }: RemarksProps) {
	const { refusals, warnings } = remarksOn(useVerdict(), field);
	const spoken = refusals.filter((remark) => !quietCodes.includes(remark.code));
	if (spoken.length + warnings.length === 0) return null;
	return (
		<div id={id} className="mt-1.5 grid gap-1">
			{spoken.map((remark) => (
				<Note key={remark.code} tone="refusal">
					{remark.sentence}
				</Note>
			))}
			{warnings.map((remark) => (
				<Note key={remark.code} tone="plain">
					{remark.sentence}
				</Note>
			))}
		</div>
	);
}
