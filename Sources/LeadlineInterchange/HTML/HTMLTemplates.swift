/// The pages' Mustache templates: what they fill in is escaped unless it is the program's own.
enum HTMLTemplates {
  static let start = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <main>

    """

  static let end = """
    </main>
    </body>
    </html>

    """

  static let tableStart = """
    <div class="scroll" tabindex="0">
    <table>
    <thead><tr>{{#columns}}<th scope="col" class="{{class}}">{{heading}}</th>\
    {{/columns}}</tr></thead>
    <tbody>

    """

  static let tableEnd = """
    </tbody>
    </table>
    </div>

    """

  /// A block of a section has one of these parts.
  static let block = """
    {{#figures?}}<dl class="figures">{{#figures}}<div><dt>{{label}}</dt><dd>{{value}}</dd>\
    {{#note}}<dd class="note">{{note}}</dd>{{/note}}</div>{{/figures}}</dl>
    {{/figures?}}{{#subheading}}<h3>{{subheading}}</h3>
    {{/subheading}}{{#paragraph}}<p>{{paragraph}}</p>
    {{/paragraph}}{{#items?}}<ul>{{#items}}<li>{{.}}</li>{{/items}}</ul>
    {{/items?}}{{#bars?}}<div class="bars">
    {{#bars}}<p><span>{{label}}</span> <span class="note">{{note}}</span></p>\
    <svg aria-hidden="true" width="100%" height="16">\
    <rect class="track" x="0" y="2" width="100%" height="12" rx="2"/>\
    <rect class="bar" x="0" y="2" width="{{length}}%" height="12" rx="2"/>\
    {{#inner}}<rect class="inner" x="0" y="2" width="{{inner}}%" height="12" rx="2"/>\
    {{/inner}}{{#mark}}<line class="mark" x1="{{mark}}%" x2="{{mark}}%" y1="0" y2="16"/>\
    {{/mark}}</svg>
    {{/bars}}</div>
    {{/bars?}}{{#legend}}<p class="legend">{{legend}}</p>
    {{/legend}}
    """
}
