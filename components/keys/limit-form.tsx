"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { limitKey } from "@/lib/actions/keys";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { MICROS } from "@/lib/domain/money";

const schema = z.object({
	dollars: z
		.string()
		.check(z.trim(), z.regex(/^\d{1,5}(\.\d{1,2})?$/, "Write an amount in dollars, like 25 or 12.50.")),
});

/** The person's own daily limit on this key, which the server holds to. */
export function LimitForm({ gateway, limitMicros }: { gateway: GatewayId; limitMicros: number }) {
	const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
		resolver: standardSchemaResolver(schema),
		defaultValues: { dollars: String(limitMicros / MICROS) },
	});
	const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

	async function save({ dollars }: z.output<typeof schema>) {
		const dailyLimitMicros = Math.round(Number(dollars) * MICROS);
		const answer = await limitKey({ gateway, dailyLimitMicros }).catch(() => null);
		if (!answer?.ok) form.setError("dollars", { message: answer?.problem.sentence ?? "The server did not answer." });
	}
	return (
		<form noValidate onSubmit={form.handleSubmit(save)} className="grid gap-1">
			<div className="flex items-center gap-2 text-sm">
				<label className="flex items-center gap-2 text-quiet">
					Own daily limit, USD
					<input
						inputMode="decimal"
						{...form.register("dollars")}
						className="touchable tabular w-20 rounded-control bg-well px-2 text-ink"
					/>
				</label>
				<Button type="submit" look="quiet" disabled={isSubmitting}>
					Set limit
				</Button>
				{isSubmitSuccessful && !errors.dollars && <span className="text-quiet">Set.</span>}
			</div>
			{errors.dollars?.message && <Note tone="refusal">{errors.dollars.message}</Note>}
		</form>
	);
}
