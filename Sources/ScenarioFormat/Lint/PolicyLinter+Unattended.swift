import SupportModel

/// Contacts that are refused or cut off while nobody is there.
extension PolicyLinter {
  func unattended() -> [Remark] {
    scenario.declaredTypes.map { scenario.contactTypes[$0] }.filter { $0.nobodyThere != nil }.compactMap { type in
      if !scenario.channels.isEmpty && !scenario.channels[type.channel].isLive {
        return Remark(
          .worthALook, "\(quoted(type.name)) waits on no line, and `nobody-there` turns it away where it could wait for the next shift")
      }
      let always = scenario.groups.first { group in
        if case .always(let count) = group.presence { count > 0 && group.canServe(type) } else { false }
      }
      return always.map {
        Remark(.worthALook, "`nobody-there` of \(quoted(type.name)) never takes effect: \(quoted($0.name)) is always there")
      }
    }
  }
}
