extension Command {
  /// Every command, in the order in which help lists them. A new command is a line here.
  public static let all: [Command] =
    [
      leads, contacts, orgs, activities, followUps, find, show, history, next,
      today, stalled, neglected, log, plan, promise, done, snooze, cancel,
      new, set, move, lose, shelve, reopen, receipt, amend, delete,
      affiliate, tie, untie, ties, path, untapped, ask, sources, referrals,
      campaign, board, pace, receptions, rates, funnel, mix, forecast, report,
      importFiles, export, duplicates, merge, apart, undo, redo, journal, backup, check, copy,
      initialise,
      asOf, settings, help, quit,
    ]
}
