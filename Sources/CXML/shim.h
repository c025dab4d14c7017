#pragma once
#include <libxml/xmlversion.h>
/* Debian's headers would bring in ICU's, which clash with those of Foundation. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlsave.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// `xmlFree` is a variable, which Swift takes for shared state.
static inline void freeXMLText(xmlChar *text) { xmlFree(text); }

static inline void ignoreXMLMessage(void *context, const char *message, ...) {}

/// Has libxml2 print nothing: what is wrong with a document is asked for.
static inline void silenceXML(void) { xmlSetGenericErrorFunc(NULL, ignoreXMLMessage); }
