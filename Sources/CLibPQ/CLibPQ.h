// PostgreSQL's client library as a table of functions, opened when it is first needed: linking it
// costs every start of the program some milliseconds. Only the header is needed to build.

#ifndef CLIBPQ_H
#define CLIBPQ_H

#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif
#include <dlfcn.h>
#include <stdbool.h>

#define LIBPQ_FUNCTIONS(X) \
  X(PQconnectdbParams) \
  X(PQconnectStartParams) \
  X(PQconnectPoll) \
  X(PQconninfoParse) \
  X(PQconninfoFree) \
  X(PQfreemem) \
  X(PQfinish) \
  X(PQstatus) \
  X(PQtransactionStatus) \
  X(PQsocket) \
  X(PQdb) \
  X(PQuser) \
  X(PQparameterStatus) \
  X(PQserverVersion) \
  X(PQconnectionNeedsPassword) \
  X(PQerrorMessage) \
  X(PQsetErrorVerbosity) \
  X(PQsetNoticeProcessor) \
  X(PQgetCancel) \
  X(PQcancel) \
  X(PQfreeCancel) \
  X(PQexec) \
  X(PQsendPrepare) \
  X(PQsendQueryParams) \
  X(PQsendQueryPrepared) \
  X(PQsetSingleRowMode) \
  X(PQenterPipelineMode) \
  X(PQexitPipelineMode) \
  X(PQpipelineSync) \
  X(PQgetResult) \
  X(PQresultStatus) \
  X(PQresultErrorMessage) \
  X(PQcmdStatus) \
  X(PQresultErrorField) \
  X(PQntuples) \
  X(PQgetisnull) \
  X(PQgetvalue) \
  X(PQgetlength) \
  X(PQclear) \
  X(PQputCopyData) \
  X(PQputCopyEnd)

typedef struct {
#define LIBPQ_MEMBER(name) __typeof__(name) *name;
  LIBPQ_FUNCTIONS(LIBPQ_MEMBER)
#undef LIBPQ_MEMBER
} LibPQFunctions;

/// Fills the table from the library of this name; false where it or one of the functions is missing.
static inline bool libpq_open(const char *name, LibPQFunctions *functions) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return false;
#define LIBPQ_LOOKUP(name) \
  functions->name = (__typeof__(name) *)dlsym(library, #name); \
  if (functions->name == NULL) return false;
  LIBPQ_FUNCTIONS(LIBPQ_LOOKUP)
#undef LIBPQ_LOOKUP
  return true;
}

#endif
