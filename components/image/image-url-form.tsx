"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";

const schema = z.object({
	url: z.string().check(
		z.trim(),
		z.refine(
			(text) => /^https:\/\/[^\s/]+\.[^\s]+/i.test(text),
			"Paste a link that begins with https:// and leads to a picture.",
		),
	),
});

export function ImageUrlForm({ onUrl }: { onUrl: (url: string) => Promise<unknown> }) {
	const { register, handleSubmit, formState } = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
		resolver: standardSchemaResolver(schema),
		defaultValues: { url: "" },
	});
	const problem = formState.errors.url?.message;
	return (
		<form noValidate onSubmit={handleSubmit(({ url }) => onUrl(url))} className="grid gap-1.5">
			<div className="flex gap-2">
				<input
					type="url"
					aria-label="Image URL"
					aria-invalid={problem !== undefined}
					placeholder="https://"
					{...register("url")}
					className="touchable w-full min-w-0 rounded-control bg-well px-3 text-base placeholder:text-quiet"
				/>
				<Button type="submit" disabled={formState.isSubmitting}>
					Fetch
				</Button>
			</div>
			{problem && <Note tone="refusal">{problem}</Note>}
		</form>
	);
}
