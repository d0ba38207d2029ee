import type { ComponentProps } from "react";
import { Icon, type IconName } from "./icon";
import { joinClasses } from "./join-classes";

const LOOKS = {
	/** The one thing to do next. */
	primary:
		"border border-transparent bg-accent px-4 font-semibold text-on-accent hover:brightness-108 active:brightness-95 aria-disabled:border-edge aria-disabled:bg-raised aria-disabled:text-quiet aria-disabled:hover:brightness-100",
	plain: "border border-edge bg-raised px-3 text-ink hover:bg-edge active:bg-edge-strong/40 disabled:opacity-45",
	quiet: "px-2 text-quiet hover:bg-raised hover:text-ink active:bg-edge disabled:opacity-45",
	danger: "border border-edge bg-raised px-3 text-bad hover:bg-edge active:bg-edge-strong/40 disabled:opacity-45",
} as const satisfies Record<string, string>;

const SHAPE =
	"touchable inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-control text-sm transition-[background-color,color,filter] duration-120 select-none";

export type ButtonLook = keyof typeof LOOKS;

/** For links that lead on as a button would. */
export function buttonLook(look: ButtonLook, className?: string): string {
	return joinClasses(SHAPE, LOOKS[look], className);
}

export interface ButtonProps extends ComponentProps<"button"> {
	look?: ButtonLook;
	icon?: IconName | undefined;
}

export function Button({ look = "plain", icon, className, children, type = "button", ...rest }: ButtonProps) {
	return (
		<button type={type} className={buttonLook(look, className)} {...rest}>
			{icon && <Icon name={icon} className="shrink-0" />}
			{children}
		</button>
	);
}

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
	icon: IconName;
	/** The name, also shown on hover. */
	label: string;
}

export function IconButton({ icon, label, className, type = "button", ...rest }: IconButtonProps) {
	return (
		<button
			type={type}
			aria-label={label}
			title={label}
			className={joinClasses(
				"touchable inline-flex w-8 items-center justify-center rounded-control text-quiet transition-colors duration-120 hover:bg-raised hover:text-ink active:bg-edge disabled:opacity-40 disabled:hover:bg-transparent disabled:hover:text-quiet aria-pressed:text-accent-ink",
				className,
			)}
			{...rest}
		>
			<Icon name={icon} />
		</button>
	);
}
