import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from '@mantine/core';

/** A filled button under the pointer would be lighter than its white label can bear (WCAG 2.2, 1.4.3). */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, hover: colors.background } : colors;
};

/** The system's own fonts: nothing is fetched from elsewhere. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 9, dark: 9 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif',
  respectReducedMotion: true,
  variantColorResolver,
});

/** The library's own greys and links have less contrast than the 4.5:1 of WCAG 2.2, 1.4.3. */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-anchor': '#087f5b',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#c9c9c9',
    '--mantine-color-anchor': '#63e6be',
    '--mantine-color-error': '#ffa8a8',
  },
});
