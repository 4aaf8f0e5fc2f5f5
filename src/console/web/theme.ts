import { createTheme } from '@mantine/core';

/** The system's own fonts: nothing is fetched from elsewhere. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 9, dark: 8 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif',
  respectReducedMotion: true,
});
