/** What a recruiter reads when iCIMS cannot be used for a while. */
export const TRY_AGAIN = 'iCIMS could not be read just now. Please try again in a few minutes.';

/** What a recruiter reads when only an administrator can help. */
export const ASK_ADMIN = 'The connection to iCIMS needs the attention of your administrator.';
