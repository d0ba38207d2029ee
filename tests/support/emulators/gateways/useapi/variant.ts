export interface UseApiAccount {
	readonly email: string;
	/** How many jobs may run at once, 1 to 50. */
	readonly maxJobs: number;
}

/** What the gateway's documents leave open, one switch for each. */
export interface UseApiVariant {
	readonly accounts: readonly UseApiAccount[];
	/** Older replies name the task at their top. */
	readonly idAt: "task.id" | "task_id" | "id";
	/** The shape of `GET /tasks` and `GET /scheduler` is in no document we have. */
	readonly lists: "array" | "object";
	/** Whether a task repeats the client's `replyRef`, as the scheduler and the callbacks are documented to. */
	readonly echoInTasks: boolean;
	readonly failureText: "message" | "error";
	readonly errorCode: "present" | "absent";
	/** What an upload answers: 3 is accepted, anything else refused or under review. */
	readonly assetStatus: number;
	/** Clean copies are for paying Kling accounts. */
	readonly paidAccount: boolean;
}

export const USEAPI_VARIANT: UseApiVariant = {
	accounts: [{ email: "director@example.com", maxJobs: 50 }],
	idAt: "task.id",
	lists: "array",
	echoInTasks: true,
	failureText: "message",
	errorCode: "absent",
	assetStatus: 3,
	paidAccount: true,
};
