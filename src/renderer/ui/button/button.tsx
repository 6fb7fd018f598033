import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { classNames } from '../../lib/class-names.ts';
import { Keys } from './kbd.tsx';
import './button.css';

interface ButtonProps {
  readonly children: ReactNode;
  /** Left out where the button only sends its form. */
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /**
   * `primary`: filled, at most one per pane. `quiet`: no edge. `danger`: red text, never filled. `risk`: outlined in red,
   * the last step of a confirmation.
   */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'risk';
  readonly icon?: LucideIcon;
  readonly keys?: string;
  /** An off button keeps its words; say why beside it. */
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** A button with words. */
export function Button({ children, onPress, look = 'plain', icon: Icon, keys, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} {...(onPress ? { onPress } : {})} className={classNames('button', `is-${look}`)}>
      {Icon && <Icon className="icon icon-14" aria-hidden="true" />}
      <span>{children}</span>
      {keys !== undefined && <Keys keys={keys} bare={look === 'primary'} />}
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Its name: read out, and shown in the tooltip with the key. */
  readonly label: string;
  readonly onPress: () => void;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
}

/** A button that is only an icon. It always has a tooltip with its name and key. */
export function IconButton({ icon: Icon, label, onPress, keys, isDisabled = false, isPressed }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      <AriaButton
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        isDisabled={isDisabled}
        onPress={onPress}
        className={classNames('button is-quiet is-icon', isPressed && 'is-on')}
      >
        <Icon className="icon" aria-hidden="true" />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        <span>{label}</span>
        {keys !== undefined && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
