import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type ComponentProps } from 'react';

type Props = AnchorProps & Omit<ComponentProps<'a'>, keyof AnchorProps>;

const Styled = forwardRef<HTMLAnchorElement, Props>((props, ref) => <Anchor ref={ref} underline="always" {...props} />);
Styled.displayName = 'Link';

/** A link to another page of the console. */
export const Link = createLink(Styled);
