import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { CartWrite } from '../../lib/action/cart-write.ts';
import { offerOf } from '../../lib/action/offer.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Line } from '../../lib/cart/cart.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { StoreRoutes } from '../../lib/store-routes.ts';

/** A form of its own, in which a change of the cart is put together. */
export type CartForm = 'product' | 'customer-and-charges';

/** What a person may do to the cart on the screen. */
export interface CartActing {
  /** The cart as a target of writes, or why it is none. */
  readonly target: Outcome<WriteTarget>;
  /** What the store's indexes list; null while they were not read. */
  readonly routes: StoreRoutes | null;
  /** True while something is under way: nothing else can be sent then. */
  readonly busy: boolean;
  readonly onPlan: (planned: PlannedAct) => void;
  /** `instead` is a line that gives way to what the form adds. */
  readonly onOpen: (form: CartForm, instead?: Line) => void;
  /** The way back from the last act on this cart; null where there is none. */
  readonly undo: { readonly title: string; readonly onUndo: () => void } | null;
}

/** A line's new quantity that was not sent yet: collected on the screen, sent together. */
export interface Edits {
  /** Quantity by item key; 0 is to remove the line. */
  readonly quantities: ReadonlyMap<string, number>;
  /** Null takes an edit back. */
  readonly onEdit: (itemKey: string, quantity: number | null) => void;
}

/** The cart on the screen as something to change. */
export interface Editing extends Edits {
  readonly acting: CartActing;
  readonly target: WriteTarget;
}

/** Reaches the controls of lines, rates and coupons; null where this cart cannot be written. */
export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing | null {
  return useContext(EditingContext);
}

/** The cart by the API in which its store has a call for a write (CoCart Pro's are v1's alone); null for none. */
export function targetFor({ target, acting }: Editing, write: CartWrite): WriteTarget | null {
  return offerOf(target, acting.routes, write);
}
