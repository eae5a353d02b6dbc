@_exported public import LeadlineModel
@_exported public import LeadlineQuery
@_exported public import LeadlineReports

@_exported public import class LeadlineStore.CancelGroup
@_exported public import protocol LeadlineStore.Canceller
@_exported public import struct LeadlineStore.CopyDifference
@_exported public import enum LeadlineStore.CopyError
@_exported public import struct LeadlineStore.CopyProgress
@_exported public import struct LeadlineStore.CopyReport
@_exported public import struct LeadlineStore.DuplicateProgress
@_exported public import enum LeadlineStore.EntryKind
@_exported public import enum LeadlineStore.Finding
@_exported public import struct LeadlineStore.HistoryEvent
@_exported public import struct LeadlineStore.JournalEntry
@_exported public import struct LeadlineStore.Kept
@_exported public import enum LeadlineStore.LeadFault
@_exported public import enum LeadlineStore.Location
@_exported public import struct LeadlineStore.MergeReport
@_exported public import struct LeadlineStore.Selection
@_exported public import enum LeadlineStore.ServerError
@_exported public import enum LeadlineStore.StorageError
@_exported public import enum LeadlineStore.UndoRefusal
@_exported public import struct LeadlineStore.UndoReport
