/** Who acts through the admin API or the command line, as the audit log names them. */
export interface AdminCaller {
  readonly name: string;
}
