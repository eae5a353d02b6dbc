@_exported public import LeadlineModel
@_exported public import LeadlineQuery
@_exported public import LeadlineReports
