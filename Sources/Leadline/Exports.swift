@_exported public import LeadlineModel
@_exported public import LeadlineQuery
@_exported public import LeadlineReports

@_exported public import protocol LeadlineStore.Canceller
@_exported public import struct LeadlineStore.HistoryEvent
@_exported public import struct LeadlineStore.Selection
@_exported public import enum LeadlineStore.StorageError
