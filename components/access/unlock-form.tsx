"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { unlock } from "@/lib/actions/unlock";

const schema = z.object({ password: z.string().check(z.minLength(1, "Type the password first.")) });

const UNREACHED = "The server did not answer. Check your connection and try again.";

/** What stands behind `#` survives being led here; only a recovery link has something there. */
function whereTo(): string {
	const { hash } = window.location;
	return hash === "" ? "/" : `/recover${hash}`;
}

export function UnlockForm() {
	const { register, handleSubmit, setError, formState } = useForm<z.infer<typeof schema>>({
		resolver: standardSchemaResolver(schema),
		defaultValues: { password: "" },
	});
	const problem = formState.errors.password?.message;
	const open = handleSubmit(async ({ password }) => {
		const outcome = await unlock({ password }).catch(() => null);
		if (outcome?.ok) return window.location.assign(whereTo());
		setError("password", { message: outcome ? outcome.problem.sentence : UNREACHED }, { shouldFocus: true });
	});
	return (
		<form noValidate onSubmit={open} className="grid gap-2">
			<div className="flex gap-2">
				<input
					type="password"
					aria-label="Password"
					aria-invalid={problem !== undefined}
					aria-describedby="unlock-problem"
					autoComplete="current-password"
					{...register("password")}
					className="touchable w-full min-w-0 rounded-control bg-well px-3 text-base"
				/>
				<Button type="submit" look="primary" disabled={formState.isSubmitting || formState.isSubmitSuccessful}>
					Open
				</Button>
			</div>
			<div id="unlock-problem" role="status" className="min-h-5">
				{problem && <Note tone="refusal">{problem}</Note>}
			</div>
		</form>
	);
}
