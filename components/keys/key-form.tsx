"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { saveKey } from "@/lib/actions/keys";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";

/** Which fields there are is the catalogue's to say. */
function schemaFor(entry: CatalogEntry) {
	return z.object({
		fields: z.object(
			Object.fromEntries(
				entry.keyFields.map((field) => {
					const text = z.string().check(z.trim());
					return [field.name, field.optional ? text : text.check(z.minLength(1, `Paste your ${field.label} first.`))];
				}),
			),
		),
	});
}

type Fields = { fields: Record<string, string> };

export function KeyForm({ entry }: { entry: CatalogEntry }) {
	const form = useForm<Fields>({
		resolver: standardSchemaResolver(schemaFor(entry)),
		defaultValues: { fields: Object.fromEntries(entry.keyFields.map((field) => [field.name, ""])) },
	});
	const { errors, isSubmitting } = form.formState;

	async function save({ fields }: Fields) {
		const given = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ""));
		const saved = await saveKey({ gateway: entry.id, fields: given, dailyLimitMicros: null }).catch(() => null);
		if (saved?.ok) return;
		const message = saved?.problem.sentence ?? "The server did not answer. Nothing was saved; try again.";
		const field = saved && "field" in saved.problem ? saved.problem.field : null;
		form.setError(`fields.${field ?? entry.keyFields[0]?.name ?? ""}`, { message });
	}
	return (
		<form noValidate onSubmit={form.handleSubmit(save)} className="grid gap-2">
			<div className="flex flex-wrap items-start gap-2">
				{entry.keyFields.map((field) => {
					const problem = errors.fields?.[field.name]?.message;
					return (
						<div key={field.name} className="grid min-w-48 grow gap-1">
							<input
								type={field.secret ? "password" : "email"}
								aria-label={field.label}
								aria-invalid={problem !== undefined}
								placeholder={`${field.label}${field.optional ? " (optional)" : ""}`}
								autoComplete="off"
								spellCheck={false}
								{...form.register(`fields.${field.name}`)}
								className="touchable w-full rounded-control bg-well px-3 text-base placeholder:text-quiet"
							/>
							{problem && <Note tone="refusal">{problem}</Note>}
						</div>
					);
				})}
				<Button type="submit" disabled={isSubmitting}>
					Save
				</Button>
			</div>
		</form>
	);
}
