import { NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type ComponentProps } from 'react';

type Props = NavLinkProps & Omit<ComponentProps<'a'>, keyof NavLinkProps>;

const Styled = forwardRef<HTMLAnchorElement, Props>((props, ref) => <NavLink ref={ref} {...props} />);
Styled.displayName = 'StepLink';

/** A step of the path, as a link. */
export const StepLink = createLink(Styled);
