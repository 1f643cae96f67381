# Prints the path of the Maven to run; the Windows half of mvnw.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$pinned = ConvertFrom-StringData (Get-Content -Raw (Join-Path $PSScriptRoot 'maven-wrapper.properties'))

if (-not $env:MAVEN_DISTRIBUTION_URL) {
    $installed = Get-Command mvn.cmd -ErrorAction SilentlyContinue
    if ($installed -and ((& $installed.Source -v | Out-String) -match 'Apache Maven (\d+\.\d+\.\d+)') -and
        ([version]$Matches[1] -ge [version]$pinned.minimumVersion)) {
        Write-Output $installed.Source
        exit 0
    }
}

$url = if ($env:MAVEN_DISTRIBUTION_URL) { $env:MAVEN_DISTRIBUTION_URL } else { $pinned.distributionUrl }
$sha = if ($env:MAVEN_DISTRIBUTION_SHA512) { $env:MAVEN_DISTRIBUTION_SHA512 } else { $pinned.distributionSha512 }
$userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $env:USERPROFILE '.m2' }
$dists = Join-Path $userHome 'wrapper\dists'
$target = Join-Path $dists ('maven-' + $sha.Substring(0, 16))
$program = Join-Path $target 'bin\mvn.cmd'

if (-not (Test-Path $program)) {
    $fresh = Join-Path $dists ('new.' + [guid]::NewGuid())
    New-Item -ItemType Directory -Force -Path (Join-Path $fresh 'home') | Out-Null
    try {
        [Console]::Error.WriteLine("mvnw: downloading $url")
        $archive = Join-Path $fresh 'maven.tar.gz'
        (New-Object System.Net.WebClient).DownloadFile($url, $archive)
        $actual = (Get-FileHash -Algorithm SHA512 $archive).Hash
        if ($actual -ne $sha) { throw "the SHA-512 of $url is $actual, expected $sha" }
        tar -xzf $archive -C (Join-Path $fresh 'home') --strip-components 1
        Move-Item (Join-Path $fresh 'home') $target
    } finally {
        Remove-Item -Recurse -Force $fresh
    }
}
Write-Output $program
